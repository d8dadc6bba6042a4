# frontdesk: one non-recursive makefile. `make help` lists the targets.
VERSION  = 0.1.0

.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

CC       ?= cc
AR       ?= ar
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
PKGS      = sqlite3 ncursesw libutf8proc libmd
B         = build
V         =
Q         = $(if $V,,@)
SAY       = @$(if $V,:,printf '  %-8s %s\n')

WARN      = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	    -Wundef -Wformat=2 -Wwrite-strings -Wvla $(WERROR)
HARDEN    = $(if $(SAN),,-D_FORTIFY_SOURCE=2) -fstack-protector-strong -fPIE
OWN_CPP   = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' \
	    -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK -Iinclude -I$B/gen \
	    $(filter-out -D_XOPEN_SOURCE=% -D_DEFAULT_SOURCE,$(shell pkg-config --cflags $(PKGS) 2>/dev/null))
OWN_C     = -std=c17 $(WARN) $(HARDEN) $(SAN)
OWN_LD    = -pie -Wl,-z,relro,-z,now $(SAN)
LIBS      = $(shell pkg-config --libs sqlite3 libutf8proc libmd 2>/dev/null)
CURSES    = $(shell pkg-config --libs ncursesw 2>/dev/null)
COMPILE   = $(CC) $(OWN_CPP) $(CPPFLAGS) $(OWN_C) $(CFLAGS) -MMD -MP
LINK      = $(CC) $(OWN_LD) $(LDFLAGS)

FLOORS    = base model store ics paper table desk
GENERATED = $B/gen/width.o $B/gen/migrations.o $B/gen/seeds.o
CORE      = $(patsubst %.c,$B/%.o,$(wildcard $(FLOORS:%=src/%/*.c))) $(GENERATED)
TUI       = $(patsubst %.c,$B/%.o,$(filter-out src/tui/terminal.c,$(wildcard src/tui/*.c)))
FACE      = $(patsubst %.c,$B/%.o,$(wildcard src/cli/*.c)) $B/src/tui/terminal.o $B/src/main.o
TESTS     = $(patsubst %.c,$B/%.t,$(wildcard tests/*/*_test.c))

all: $B/frontdesk manual

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
$B/%.t: $B/%.o $B/libfrontdesk_tui.a $B/libfrontdesk.a
	$(SAY) LINK $@
	$Q$(LINK) -o $@ $^ $(LIBS) $(TEST_LIBS)
$B/tests/crash/fault_test.t: $B/tests/crash/fault_vfs.o

# Generated sources: the width table, the migrations, the shipped tables.
$B/gen-%: src/gen/%.c
	@mkdir -p $B/gen
	$(SAY) CC $@
	$Q$(CC) $(OWN_CPP) $(OWN_C) $(CFLAGS) -o $@ $<
$B/gen/width.c: $B/gen-width
	$Q$< > $@
$B/gen/migrations.c: $B/gen-embed $(sort $(wildcard data/schema/*.sql))
	$Q$< migrations $(filter %.sql,$^) > $@
$B/gen/seeds.c: $B/gen-embed $(sort $(wildcard data/*.tsv))
	$Q$< seeds $(filter %.tsv,$^) > $@
$B/gen/%.o: $B/gen/%.c
	$Q$(COMPILE) -Isrc -Wno-overlength-strings -c -o $@ $<

manual:

clean:
	rm -rf build build-*

-include $(shell find $B -name '*.d' 2>/dev/null)
.PHONY: all manual clean
