# frontdesk: one non-recursive makefile, no configure step. `make help` lists the targets.
VERSION  = 0.1.0

.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

# The user's.
CC       ?= cc
AR       ?= ar
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
DESTDIR  ?=

# Ours. B: where a flavour is built. SAN: its instrumentation. WERROR: -Werror where the house is judged.
B         = build
SAN       =
WERROR    =
V         =
JOBS     := $(shell nproc 2>/dev/null || echo 2)
Q         = $(if $V,,@)
SAY       = @$(if $V,:,printf '  %-8s %s\n')
# The rest of a target in a make of its own, in parallel unless the caller has said how.
AGAIN     = $(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(JOBS))

PKGS      = sqlite3 ncursesw libutf8proc libmd libcrypt libqrencode
WARN      = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	    -Wundef -Wformat=2 -Wwrite-strings -Wvla $(WERROR)
HARDEN    = $(if $(SAN),,-D_FORTIFY_SOURCE=2) -fstack-protector-strong -fPIE
# ncursesw's own _XOPEN_SOURCE=600 would lose to ours with a warning.
PKG_CPP  := $(filter-out -D_XOPEN_SOURCE=% -D_DEFAULT_SOURCE,$(shell pkg-config --cflags $(PKGS) 2>/dev/null))
OWN_CPP   = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' \
	    -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK -Iinclude -I$B/gen $(PKG_CPP)
OWN_C     = -std=c17 $(WARN) $(HARDEN) $(SAN)
OWN_LD    = -pie -Wl,-z,relro,-z,now $(SAN)
LIBS     := $(shell pkg-config --libs sqlite3 libutf8proc libmd libcrypt libqrencode 2>/dev/null)
CURSES   := $(shell pkg-config --libs ncursesw 2>/dev/null)
COMPILE   = $(CC) $(OWN_CPP) $(CPPFLAGS) $(OWN_C) $(CFLAGS) -MMD -MP
LINK      = $(CC) $(OWN_LD) $(LDFLAGS)

FLOORS    = base model store ics paper table desk
GENERATED = $B/gen/width.o $B/gen/migrations.o $B/gen/seeds.o
CORE      = $(patsubst %.c,$B/%.o,$(wildcard $(FLOORS:%=src/%/*.c))) $(GENERATED)
TUI       = $(patsubst %.c,$B/%.o,$(filter-out src/tui/terminal.c,$(wildcard src/tui/*.c)))
FACE      = $(patsubst %.c,$B/%.o,$(wildcard src/cli/*.c)) $B/src/tui/terminal.o $B/src/main.o
MAN1      = frontdesk.1
MAN7      = frontdesk-news.7 frontdesk-tour.7
MANUAL    = $(addprefix $B/man/,$(MAN1) $(MAN7))

all: $B/frontdesk manual
manual: $(MANUAL)

$B/libfrontdesk.a: $(CORE)
	$(SAY) AR $@
	$Qrm -f $@ && $(AR) rcs $@ $^
$B/libfrontdesk_tui.a: $(TUI)
	$(SAY) AR $@
	$Qrm -f $@ && $(AR) rcs $@ $^
$B/frontdesk: $(FACE) $B/libfrontdesk_tui.a $B/libfrontdesk.a
	$(SAY) LINK $@
	$Q$(LINK) -o $@ $^ $(LIBS) $(CURSES)
$B/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) CC $<
	$Q$(COMPILE) -c -o $@ $<

# Generated sources: the width table, the migrations, the shipped tables.
$B/gen-%: src/gen/%.c
	@mkdir -p $B/gen
	$(SAY) CC $@
	$Q$(COMPILE) $(OWN_LD) -o $@ $<
$B/gen/width.c: $B/gen-width
	$Q$< > $@
$B/gen/migrations.c: $B/gen-embed $(sort $(wildcard data/schema/*.sql))
	$Q$< migrations $(filter %.sql,$^) > $@
$B/gen/seeds.c: $B/gen-embed $(sort $(wildcard data/*.tsv))
	$Q$< seeds $(filter %.tsv,$^) > $@
$B/gen/%.o: $B/gen/%.c
	$Q$(COMPILE) -Isrc -Wno-overlength-strings -c -o $@ $<
# The manual, with its lists made from the tables.
$B/man/%: man/% $B/gen-manual
	@mkdir -p $(@D)
	$Q$B/gen-manual < $< > $@

# What is needed, one list a purpose: PACKAGE/PROBE, where the probe is a command, FILE.pc or an absolute path.
# (tzdata: the practice's zone; perl: tests/run; the rest of the tests: independent readers and a terminal)
NEED_BUILD = gcc/cc pkg-config/pkg-config libncurses-dev/ncursesw.pc libsqlite3-dev/sqlite3.pc \
	     libutf8proc-dev/libutf8proc.pc libmd-dev/libmd.pc libcrypt-dev/libcrypt.pc \
	     libqrencode-dev/libqrencode.pc libc6-dev//usr/include/stdlib.h
NEED_RUN   = tzdata//usr/share/zoneinfo/Europe/Berlin
NEED_CHECK = perl/prove libical-dev/libical.pc libvterm-dev/vterm.pc sqlite3/sqlite3 tmux/tmux mandoc/mandoc \
	     locales//usr/share/i18n/charmaps/ISO-8859-1.gz python3-icalendar//usr/lib/python3/dist-packages/icalendar khal/khal calcurse/calcurse zbar-tools/zbarimg
NEED_GRIND = valgrind/valgrind
NEED_FUZZ  = clang/clang libclang-rt-14-dev//usr/lib/llvm-14/lib/clang
NEED_LINT  = clang/clang clang-format/clang-format clang-tidy/clang-tidy cppcheck/cppcheck
NEED_BENCH = remind/remind
NEED       = $(NEED_BUILD) $(NEED_RUN)

# Installs what of NEED is not there; says nothing when all is.
deps:
	@miss=; for need in $(NEED); do probe=$${need#*/}; \
		case $$probe in \
		*.pc) pkg-config --exists "$${probe%.pc}" 2>/dev/null ;; \
		/*) test -e "$$probe" ;; \
		*) command -v "$$probe" >/dev/null ;; \
		esac || miss="$$miss $${need%%/*}"; \
	done; test -n "$$miss" || exit 0; \
	miss=$$(printf '%s\n' $$miss | sort -u | tr '\n' ' '); echo "missing: $$miss"; \
	command -v apt-get >/dev/null || { echo "install them (the names are Debian's), then make again"; exit 1; }; \
	as=; test "$$(id -u)" = 0 || as="sudo -n"; \
	get="$$as env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300"; \
	$$get install -y --no-install-recommends $$miss >/dev/null 2>&1 || \
		{ $$get update && $$get install -y --no-install-recommends $$miss >/dev/null; } || \
		{ echo "they could not be installed: as root, apt-get install $$miss"; exit 1; }
# (the node-ical that runs on the node of Debian 12)
deps-oracles:
	@$(MAKE) --no-print-directory deps NEED=npm/npm
	npm --prefix build-oracles install --no-audit --no-fund ical.js@2.2.1 node-ical@0.20.1

# A practice invented around today; made anew on another day.
run:
	@$(MAKE) --no-print-directory deps
	@$(AGAIN) all $B/demo-$(shell date +%F).db
	@$B/frontdesk -f $B/demo-$(shell date +%F).db
$B/demo-%.db: | $B/frontdesk
	$Qrm -f $B/demo-*
	$Q$B/frontdesk -f $@.new demo >/dev/null && mv $@.new $@ && rm -f $@.new-*

# Tests. Every tests/FOLDER/NAME_test.c is a program that prints TAP, every tests/FOLDER/NAME.t a
# script that does, every tests/fuzz/NAME_fuzz.c is run over tests/fuzz/corpus/NAME.
# The slow folders come first, so that they do not run last and alone.
SLOW      = crash property e2e store
TESTS     = $(patsubst %.c,$B/%.t,$(wildcard tests/*/*_test.c)) \
	    $(patsubst %.c,$B/%.t,$(wildcard tests/fuzz/*_fuzz.c)) $(wildcard tests/*/*.t)
ORDERED   = $(foreach s,$(SLOW),$(filter $B/tests/$s/% tests/$s/%,$(TESTS))) \
	    $(filter-out $(SLOW:%=$B/tests/%/%) $(SLOW:%=tests/%/%),$(TESTS))
TOOLS     = $B/tests/ics/sample $B/tests/ics/libical_dump
BENCHES   = $B/tests/bench/measure $B/tests/bench/screen_keys $B/tests/bench/ics_export

$B/%.t: $B/%.o $B/libfrontdesk_tui.a $B/libfrontdesk.a
	$(SAY) LINK $@
	$Q$(LINK) -o $@ $^ $(LIBS) $(TEST_LIBS)
$B/tests/fuzz/%.t: $B/tests/fuzz/%.o $B/tests/fuzz/replay.o $B/libfrontdesk_tui.a $B/libfrontdesk.a
	$(SAY) LINK $@
	$Q$(LINK) -o $@ $^ $(LIBS)
# Programs that the tests and the bench run.
$(TOOLS) $(BENCHES): $B/tests/%: $B/tests/%.o $B/libfrontdesk_tui.a $B/libfrontdesk.a
	$(SAY) LINK $@
	$Q$(LINK) -o $@ $^ $(LIBS) $(TEST_LIBS)
$B/tests/ics/libical_dump $B/tests/bench/ics_export: TEST_LIBS = -lical
$B/tests/e2e/%: TEST_LIBS = -lvterm -lutil
# What a test has beside itself.
$B/tests/crash/fault_test.t: $B/tests/crash/fault_vfs.o

tests: all $(TESTS) $(TOOLS)
check-here: tests
	$QB=$B JOBS=$(JOBS) tests/run $(ORDERED)
check:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_CHECK)"
	@$(AGAIN) check-here WERROR=-Werror

# Flavours of check. FRONTDESK_QUICK=1: fewer rounds where a test goes on as long as one likes.
# FRONTDESK_MONKEY: keys pressed at random. (instrumented, gcc loses track of ranges and warns of
# lengths that cannot be)
check-asan:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_CHECK)"
	@FRONTDESK_QUICK=1 FRONTDESK_MONKEY=100000 ASAN_OPTIONS=abort_on_error=1:detect_stack_use_after_return=1 \
	    UBSAN_OPTIONS=print_stacktrace=1 $(AGAIN) check-here B=build-asan \
	    CFLAGS="-O1 -g -fno-omit-frame-pointer -Wno-format-truncation" SAN="-fsanitize=address,undefined -fno-sanitize-recover=all"
check-valgrind:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_CHECK) $(NEED_GRIND)"
	@FRONTDESK_QUICK=1 RUN_UNDER="valgrind -q --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite \
	    --error-exitcode=99 --child-silent-after-fork=yes" $(AGAIN) grind-here
# What runs in one process. (possibly lost is SQLite's cache, which points into the middle of its pages)
GRIND     = desk tui store ics unit fuzz
grind-here: $(filter $(GRIND:%=$B/tests/%/%),$(TESTS))
	$QB=$B JOBS=$(JOBS) tests/run $^
coverage:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_CHECK)"
	@rm -f $$(find build-cov -name '*.gcda' 2>/dev/null)
	@FRONTDESK_QUICK=1 $(AGAIN) check-here B=build-cov SAN=--coverage CFLAGS="-O0 -g" || true
	@tests/coverage build-cov
# FUZZ_SECONDS a parser; what is found new grows build-fuzz/corpus.
FUZZ_SECONDS = 60
fuzz:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_FUZZ)"
	@$(AGAIN) fuzz-here B=build-fuzz CC=clang CFLAGS="-O1 -g" \
	    SAN="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all"
FUZZERS = $(patsubst %.c,$B/%,$(wildcard tests/fuzz/*_fuzz.c))
$B/tests/fuzz/%_fuzz: $B/tests/fuzz/%_fuzz.o $B/libfrontdesk_tui.a $B/libfrontdesk.a
	$(SAY) LINK $@
	$Q$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)
fuzz-here: $(FUZZERS)
	$Qfor f in $^; do name=$$(basename $$f _fuzz); mkdir -p $B/corpus/$$name; echo "== $$name"; \
	    $$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=0 -verbosity=0 \
	    -artifact_prefix=$B/corpus/$$name- $B/corpus/$$name tests/fuzz/corpus/$$name || exit 1; done

bench:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_CHECK) $(NEED_BENCH)"
	@$(AGAIN) bench-here
bench-here: $B/frontdesk $(BENCHES)
	$QB=$B tests/bench/run

# The laws of the house, each also a test of its own.
C_FILES   = $(wildcard src/*.c src/*/*.[ch] include/frontdesk/*.h tests/*.h tests/*/*.[ch])
lint:
	@$(MAKE) --no-print-directory deps NEED="$(NEED) $(NEED_CHECK) $(NEED_LINT)"
	@$(AGAIN) -k lint-here B=build-lint CC=clang CFLAGS="-O1 -g" WERROR=-Werror
lint-here: lint-format floors headers banned lint-tidy lint-cppcheck lint-manual
lint-format:
	$(SAY) LINT format
	$Qclang-format --dry-run -Werror $(C_FILES)
floors headers banned:
	$(SAY) LINT $@
	$QCC="$(CC)" B=$B tests/run tests/law/$@.t
lint-tidy: $(patsubst %.c,$B/%.tidy,$(filter %.c,$(C_FILES)))
$B/%.tidy: $B/%.o .clang-tidy
	$(SAY) TIDY $*.c
	$Qclang-tidy --quiet $*.c -- $(OWN_CPP) $(OWN_C) > $@.out 2> $@.err || { cat $@.out; exit 1; }
	@touch $@
lint-cppcheck: $(GENERATED)
	$(SAY) LINT cppcheck
	$Qmkdir -p $B/cppcheck && cppcheck -q -j $(JOBS) --cppcheck-build-dir=$B/cppcheck --std=c11 \
	    --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	    --suppress=missingIncludeSystem --suppress=getpwuidCalled --suppress=getgrnamCalled --library=posix -Iinclude -I$B/gen -D__linux__ -DVERSION='"x"' src
# What manuals this host has is not ours.
HOST_MANUALS = referenced manual not found|outdated mandoc.db
lint-manual: $(MANUAL)
	$(SAY) LINT manual
	$Q! mandoc -Tlint -Wstyle $(MANUAL) 2>&1 | grep -Ev '$(HOST_MANUALS)'

format:
	clang-format -i $(C_FILES)
# Rewrites every golden text with what the program says now: read the difference before you commit it.
golden: tests
	$QFRONTDESK_GOLDEN=write B=$B tests/run $(filter-out $B/tests/crash/% $B/tests/property/% $(filter-out %/readme.t,$(wildcard tests/law/*)),$(TESTS))

SHARE     = $(DESTDIR)$(PREFIX)/share
COMPLETE  = $(SHARE)/bash-completion/completions
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/man/man7 $(COMPLETE)
	install -m 755 $B/frontdesk $(DESTDIR)$(PREFIX)/bin/frontdesk
	install -m 644 $(MAN1:%=$B/man/%) $(SHARE)/man/man1
	install -m 644 $(MAN7:%=$B/man/%) $(SHARE)/man/man7
	$B/frontdesk completion bash > $(COMPLETE)/frontdesk
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/frontdesk $(MAN1:%=$(SHARE)/man/man1/%) \
	    $(MAN7:%=$(SHARE)/man/man7/%) $(COMPLETE)/frontdesk

NAME      = frontdesk-$(VERSION)
dist:
	@mkdir -p $B
	git ls-files -z | tar --null -T - --transform 's,^,$(NAME)/,SH' --owner=0 --group=0 -czf $B/$(NAME).tar.gz
# What is packed builds, passes its tests, installs, and leaves nothing behind.
distcheck: dist
	rm -rf $B/distcheck && mkdir $B/distcheck && tar -C $B/distcheck -xzf $B/$(NAME).tar.gz
	FRONTDESK_SHARED=$${FRONTDESK_SHARED:-$(abspath ../shared)} $(AGAIN) -C $B/distcheck/$(NAME) check
	$(AGAIN) -C $B/distcheck/$(NAME) install DESTDIR=$(abspath $B/distcheck/root) PREFIX=/usr
	test -x $B/distcheck/root/usr/bin/frontdesk
	$(AGAIN) -C $B/distcheck/$(NAME) uninstall DESTDIR=$(abspath $B/distcheck/root) PREFIX=/usr
	test -z "$$(find $B/distcheck/root -type f)"
	rm -rf $B/distcheck
	@echo "$(NAME).tar.gz is ready in $B"

clean:
	rm -rf build build-*

help:
	@printf '%s\n' \
	    'make run             build, and open the desk on a practice invented for today' \
	    'make check           build, and run every test' \
	    'make all             the program and its manual, in build/' \
	    'make install         into PREFIX ($(PREFIX)), under DESTDIR; uninstall takes it away' \
	    'make deps            install the packages that are missing; deps-oracles: readers from npm' \
	    'make lint            format, laws of the house, clang-tidy, cppcheck, mandoc' \
	    'make format          put the code into its form' \
	    'make check-asan      the tests under the address and undefined-behaviour sanitizers' \
	    'make check-valgrind  the tests that run in one process under valgrind' \
	    'make coverage        which lines the tests run' \
	    'make fuzz            the fuzzers, FUZZ_SECONDS ($(FUZZ_SECONDS)) each' \
	    'make bench           time and memory at 10 thousand to a million appointments' \
	    'make golden          write the golden texts of the tests anew' \
	    'make dist            a tarball; distcheck proves it' \
	    'make clean           remove build and build-*' \
	    'V=1 shows every command'

-include $(shell find $B -name '*.d' 2>/dev/null)
.PHONY: all manual deps deps-oracles run tests check check-here check-asan check-valgrind grind-here coverage \
	fuzz fuzz-here bench bench-here lint lint-here lint-format floors headers banned lint-tidy \
	lint-cppcheck lint-manual format golden install uninstall dist distcheck clean help
