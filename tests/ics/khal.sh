# Sourced by tests that let khal read; $tmp is theirs.
# khal_list ZONE FILE: UID, start and end on the wall of each event of the calendar from 2026 on, sorted.
khal_list() {
	rm -rf "$tmp/khal"
	mkdir -p "$tmp/khal/calendar"
	cat > "$tmp/khal/config" <<-END
		[calendars]
		[[all]]
		path = $tmp/khal/calendar
		[sqlite]
		path = $tmp/khal/db
		[locale]
		local_timezone = $1
		default_timezone = $1
		timeformat = %H:%M
		dateformat = %Y-%m-%d
		longdateformat = %Y-%m-%d
		datetimeformat = %Y-%m-%dT%H:%M
		longdatetimeformat = %Y-%m-%dT%H:%M
		[default]
		default_calendar = all
	END
	XDG_DATA_HOME=$tmp/khal XDG_CACHE_HOME=$tmp/khal khal -c "$tmp/khal/config" \
	    import --batch "$2" > /dev/null 2>&1
	XDG_DATA_HOME=$tmp/khal XDG_CACHE_HOME=$tmp/khal khal -c "$tmp/khal/config" \
	    list --once --day-format "" --format "{uid}	{start-long-full}	{end-long-full}" \
	    2026-01-01 1200d 2> "$tmp/errors" | grep . | sort
}
