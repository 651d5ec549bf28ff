# Salesboard.  `make run` and `make test` do everything; `make help` lists all.

MAKEFLAGS += --no-builtin-rules

PORT    ?= 8080
STORE   ?= sqlite:build/demo/salesboard.db
# A build of its own for each kind: build/ or, with the sanitizers, build/san/.
SAN     ?=
O       := build$(if $(SAN),/san)

CC      := gcc
CXX     := g++
WARN    := -Wall -Wextra -Werror -Wshadow -Wconversion -Wstrict-prototypes \
           -Wmissing-prototypes -Wvla -Wwrite-strings -Wformat=2 -Wundef \
           -Wdouble-promotion -Wimplicit-fallthrough -Wnull-dereference
HARDEN  := -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
           -fstack-clash-protection -fcf-protection \
           -ftrivial-auto-var-init=zero -fPIE
SANITIZE:= -O1 -fsanitize=address,undefined -fno-sanitize-recover=all \
           -fno-omit-frame-pointer
MODE    := -g $(if $(SAN),$(SANITIZE),$(HARDEN))
CFLAGS  := -std=c17 -D_GNU_SOURCE $(WARN) -fno-common $(MODE) \
           -include cgi/lib/banned.h -isystem /usr/include/postgresql -Icgi -Icgi/lib -I$(O)
CXXFLAGS:= -std=c++17 -Wall -Wextra -Werror $(MODE) -Icgi/lib
comma   := ,
LDFLAGS := $(if $(SAN),-fsanitize=address$(comma)undefined,-pie -Wl,-z,relro,-z,now)
LDLIBS  := -lsqlite3 -lctemplate_nothreads -lsodium -lcsv -lstdc++ -lm

PROGRAMS  := $(basename $(notdir $(wildcard cgi/*.c)))
LIB_C     := $(filter-out main,$(basename $(notdir $(wildcard cgi/lib/*.c))))
LIB_CC    := $(basename $(notdir $(wildcard cgi/lib/*.cc)))
LIB_O     := $(LIB_C:%=$(O)/obj/%.o) $(LIB_CC:%=$(O)/obj/%.o) $(O)/obj/queries.o
PARTS     := $(filter-out cgi/lib/% cgi/tool/%,$(wildcard cgi/*/*.c))
TOOL_O    := $(patsubst cgi/tool/%.c,$(O)/obj/tool_%.o,$(wildcard cgi/tool/*.c))
PROGRAM_O := $(PROGRAMS:%=$(O)/obj/app_%.o)
BINARIES  := $(PROGRAMS:%=$(O)/bin/%) $(O)/bin/salesboard
SCHEMA    := $(sort $(wildcard schema/[0-9]*.sql)) $(sort $(wildcard schema/vault/[0-9]*.sql))
SQL       := $(SCHEMA) \
             $(wildcard schema/queries/*.sql schema/queries/write/*.sql schema/queries/vault/*.sql)
SQL_WITH  := $(wildcard schema/queries/with/*.sql)
TEMPLATES := $(wildcard templates/*.tpl templates/*/*.tpl) templates/build.awk
STATIC    := $(wildcard static/*.* static/css/*.css)
PO        := templates/lang/ru.po
LANGUAGES := en ru
UNIT      := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/unit/*_test.c))
PAGES     := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/pages/*_test.c))
STORES    := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/stores/*_test.c)) \
             $(O)/tests/stores/worker
FUZZ      := $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/fuzz/*_fuzz.c))
SOURCES   := $(wildcard cgi/*.c cgi/*/*.[ch] cgi/lib/*.cc)

.PHONY: all run test check unit pages queries style layers lint e2e browser \
        sanitize sanitized stored full clean help deps test-deps programs-of-tests \
        fuzz-programs bench bench-programs
.DELETE_ON_ERROR:

all: $(BINARIES) $(O)/share.done

help:
	@echo 'make run      install what is missing, build, serve the demo company (PORT=$(PORT))'
	@echo 'make test     install what is missing, build, test everything'
	@echo 'make all      build only              make check  the quick tests'
	@echo 'make unit | pages | queries | style | lint | e2e | browser | sanitize'
	@echo 'make bench    measure at up to 10M leads (BENCH=10k|100k|1M|10M: up to this size)'
	@echo 'make full     also the slow tests     make clean  remove what was built, but not the demo'

# ---- what is needed -----------------------------------------------------------

PACKAGES := gcc g++ libc6-dev libfcgi-dev libsqlite3-dev libctemplate-dev \
            libsodium-dev libcsv-dev libpq-dev libcurl4-openssl-dev libboost-math-dev gettext nginx-light \
            libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static brotli tzdata
TEST_PACKAGES := postgresql python3 iproute2 git clang libclang-rt-14-dev sqlite3 curl chromium clang-format clang-tidy cppcheck \
            fonts-dejavu-core
BENCH_PACKAGES := wrk sqlite3 curl

install = @missing=$$(for p in $(1); do dpkg -s $$p 2>/dev/null | \
	grep -q '^Status: install ok' || echo $$p; done); \
	if [ -n "$$missing" ]; then echo "installing:" $$missing; \
	as_root=$$([ $$(id -u) = 0 ] || echo sudo); \
	$$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	$$as_root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi

deps:
	$(call install,$(PACKAGES))

# Node.js may have come another way than as a package of Debian.
NODEJS        := $(if $(shell command -v npm),,nodejs npm)

test-deps: deps
	$(call install,$(TEST_PACKAGES) $(NODEJS))

# ---- running -------------------------------------------------------------------

run: deps
	@$(MAKE) --no-print-directory --silent -j2 all
	@mkdir -p $(dir $(STORE:sqlite:%=%))
	@exec $(O)/bin/salesboard serve --store $(STORE) --port $(PORT) --demo \
	--log $(O)/salesboard-$(PORT).log

# ---- building ------------------------------------------------------------------

$(O)/tables/list: schema/tables.awk $(SCHEMA)
	@rm -rf $(O)/tables
	@mkdir -p $(O)/tables/queries/write $(O)/tables/queries/vault
	awk -v out=$(O)/tables -f schema/tables.awk $(SCHEMA)

$(O)/queries.c: schema/embed.awk $(SQL) $(SQL_WITH) $(O)/tables/list
	@mkdir -p $(O)/queries
	@rm -f $(O)/queries/*.sql
	awk -v header=$(O)/queries.h -v source=$@ -v texts=$(O)/queries -f schema/embed.awk $(SQL) $$(cat $(O)/tables/list)

$(O)/queries.h: $(O)/queries.c ;

$(O)/apps.h: $(wildcard cgi/*.c)
	@mkdir -p $(O)
	@{ echo '/* apps.h - generated: every program of cgi/. */'; \
	for p in $(PROGRAMS); do echo "extern const struct app app_$$p;"; done; \
	echo 'static const struct app *const apps[] = {'; \
	for p in $(PROGRAMS); do echo "	&app_$$p,"; done; echo '};'; } >$@

# ---- templates, languages, static files -----------------------------------------

$(O)/public/names.env: static/build.sh $(STATIC)
	@mkdir -p $(O)
	static/build.sh $(O)/public

$(O)/locale/ru/LC_MESSAGES/salesboard.mo: $(PO)
	templates/lang/texts.sh compile $(O)

$(O)/templates.done: $(TEMPLATES) $(PO) $(O)/public/names.env tests/templates.awk
	@rm -rf $(O)/templates
	@for l in $(LANGUAGES); do mkdir -p $(PROGRAMS:%=$(O)/templates/$$l/%) $(O)/templates/$$l/mail && \
	awk -f templates/build.awk -v language=$$l -v po=$(PO) -v root=templates \
	-v names=$(O)/public/names.env -v icons=static/icons.svg -v out=$(O)/templates/$$l \
	$(filter %.tpl,$^) || exit 1; done
	awk -f tests/templates.awk $(O)/templates/*/*.tpl $(O)/templates/*/*/*.tpl
	@touch $@

$(O)/share.done: $(O)/templates.done $(O)/locale/ru/LC_MESSAGES/salesboard.mo nginx.conf
	@cp nginx.conf $(O)/nginx.conf
	@touch $@

# Part of every ETag: a page of an older program is never "not modified".
$(O)/build.h: $(SOURCES) $(SQL) $(SQL_WITH) $(TEMPLATES) $(STATIC) $(PO)
	@mkdir -p $(O)
	@echo '#define BUILD_ID "'$$(cat $^ | sha256sum | cut -c1-16)'"' >$@

$(O)/obj/%.o: cgi/lib/%.c $(O)/queries.h $(O)/build.h
	@mkdir -p $(O)/obj
	$(CC) $(CFLAGS) -MMD -c $< -o $@

$(O)/obj/%.o: cgi/lib/%.cc
	@mkdir -p $(O)/obj
	$(CXX) $(CXXFLAGS) -MMD -c $< -o $@

$(O)/obj/queries.o: $(O)/queries.c cgi/lib/store.h
	@mkdir -p $(O)/obj
	$(CC) $(CFLAGS) -MMD -c $< -o $@

# A program is cgi/NAME.c and, where that grew, the parts in cgi/NAME/.
parts_of = $(patsubst cgi/%.c,$(O)/obj/%.o,$(wildcard cgi/$(1)/*.c))
.SECONDEXPANSION:
$(O)/obj/app_%.o: cgi/%.c $$(call parts_of,$$*) $(O)/queries.h
	@mkdir -p $(O)/obj
	$(CC) $(CFLAGS) -MMD -c $< -o $(O)/obj/first_$*.o
	ld -r -o $@ $(O)/obj/first_$*.o $(filter %.o,$^)

$(PARTS:cgi/%.c=$(O)/obj/%.o): $(O)/obj/%.o: cgi/%.c $(O)/queries.h
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS) -MMD -c $< -o $@

$(O)/obj/main_%.o: cgi/lib/main.c $(O)/queries.h $(O)/build.h
	@mkdir -p $(O)/obj
	$(CC) $(CFLAGS) -MMD -DAPP=app_$* -c $< -o $@

$(O)/obj/tool_%.o: cgi/tool/%.c $(O)/queries.h $(O)/apps.h $(O)/build.h
	@mkdir -p $(O)/obj
	$(CC) $(CFLAGS) -MMD -c $< -o $@

$(O)/salesboard.a: $(LIB_O)
	@rm -f $@
	@ar rcs $@ $^

$(PROGRAMS:%=$(O)/bin/%): $(O)/bin/%: $(O)/obj/main_%.o $(O)/obj/app_%.o $(O)/salesboard.a
	@mkdir -p $(O)/bin
	$(CC) $(LDFLAGS) $^ $(LDLIBS) -lfcgi -o $@

$(O)/bin/salesboard: $(TOOL_O) $(PROGRAM_O) $(O)/salesboard.a
	@mkdir -p $(O)/bin
	$(CC) $(LDFLAGS) $^ $(LDLIBS) -o $@

# ---- tests -----------------------------------------------------------------------

$(O)/tests/unit/%: tests/unit/%.c $(O)/salesboard.a $(O)/queries.h
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS) -MMD $< $(O)/salesboard.a $(LDFLAGS) $(LDLIBS) -o $@

$(O)/tests/stores/%: tests/stores/%.c $(O)/salesboard.a $(O)/queries.h
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS) -MMD $< $(O)/salesboard.a $(LDFLAGS) $(LDLIBS) -o $@

# A page test asks one program, the first word of its name: foo_test and
# foo_bar_test ask foo.
.SECONDEXPANSION:
$(O)/tests/pages/%_test: tests/pages/%_test.c $(O)/obj/app_$$(firstword $$(subst _, ,$$*)).o $(O)/salesboard.a
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS) -MMD $^ $(LDFLAGS) $(LDLIBS) -o $@

$(O)/tests/fuzz/%: tests/fuzz/%.c $(O)/salesboard.a
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS) -MMD -DFUZZ_MAIN $< $(O)/salesboard.a $(LDFLAGS) $(LDLIBS) -o $@

# Each is a command whose last line is "N passed, N failed[, N skipped]".
UNIT_SH   := $(wildcard tests/unit/*_test.sh)
SITE      := $(wildcard tests/e2e/*_test.sh tests/e2e/*_test.mjs tests/faults/*_test.sh)
NODE      := tests/browser/node_modules/.done
# What a test needs beside its own file: where the build is.
tests     := O=$(O) SALESBOARD_SHARE=$(O) tests/run.sh

programs-of-tests: $(UNIT) $(PAGES) $(STORES) $(O)/tests/queries/steps.so

unit: all $(UNIT)
	@$(tests) $(UNIT) $(UNIT_SH) tests/templates_test.sh

pages: all $(PAGES)
	@$(tests) $(PAGES)

# Counts the engine's steps in a program as it is.
$(O)/tests/queries/steps.so: tests/queries/steps.c
	@mkdir -p $(dir $@)
	$(CC) -std=c17 -D_GNU_SOURCE $(WARN) -O2 -fPIC -shared $< -o $@

queries: all $(O)/tests/queries/steps.so
	@$(tests) tests/queries/queries_test.sh tests/queries/steps_test.sh

e2e: all $(NODE)
	@$(tests) $(SITE)

browser: all $(NODE)
	@$(tests) tests/browser/browser_test.sh

# Tools in JavaScript, of exact versions; nothing of them is in the product.
# No lock file: it would name a registry's host.
$(NODE): tests/browser/package.json
	@cd tests/browser && npm install --silent --no-audit --no-fund --no-package-lock
	@touch $@

# The quick ones, while working.
check: all $(UNIT) $(PAGES)
	@$(tests) $(UNIT) $(PAGES) tests/templates_test.sh tests/queries/queries_test.sh

# Everything that runs in one process, once more under address and undefined
# behaviour sanitizers, with each parser fed a hundred thousand odd inputs.
sanitize:
	@$(MAKE) --silent -j2 SAN=1 all programs-of-tests fuzz-programs
	@$(MAKE) --silent SAN=1 sanitized

fuzz-programs: $(FUZZ)

sanitized:
	@$(tests) $(UNIT) $(PAGES) $(FUZZ) tests/e2e/door_test.sh tests/e2e/http_test.sh

# What has a store of its own, once more on PostgreSQL; the demo company, which
# takes a hundred thousand round trips, only with STORE=postgresql.
STORED    := $(patsubst %,$(O)/tests/unit/%_test,auth customer followup lead rollup store) \
             $(PAGES) tests/stores/copy_test.sh $(filter %.sh,$(SITE)) \
             $(patsubst %,tests/unit/%_test.sh,tool generate import digest) \
             $(O)/tests/unit/race_test tests/stores/server_test.sh \
             tests/stores/line_test.sh tests/stores/failover_test.sh

stored:
	@$(tests) $(STORED)

# STORE=postgresql make test: everything there.
SERVER    := $(if $(filter postgresql,$(STORE)),tests/postgresql.sh run)

# One sum over everything fit for each change.
test: test-deps
	@$(MAKE) --silent -j2 all programs-of-tests $(NODE)
	@$(MAKE) --silent -j2 SAN=1 all programs-of-tests fuzz-programs
	@$(SERVER) env $(tests) $(UNIT) $(UNIT_SH) $(PAGES) tests/templates_test.sh \
	tests/queries/queries_test.sh tests/queries/steps_test.sh tests/source_test.sh $(SITE) \
	tests/browser/browser_test.sh tests/stores/copy_test.sh \
	"$(if $(SERVER),,tests/postgresql.sh run) make --silent stored" \
	"env SALESBOARD_TEST_STORE= make --silent SAN=1 sanitized"

BENCH_PROGRAMS := $(patsubst tests/bench/%.c,$(O)/bench/bin/%,$(wildcard tests/bench/*.c))

$(O)/bench/bin/%: tests/bench/%.c $(O)/salesboard.a $(O)/queries.h
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS) -MMD $< $(O)/salesboard.a $(LDFLAGS) $(LDLIBS) -o $@

bench-programs: $(BENCH_PROGRAMS)

# Ratios to nginx serving a static file, not times: fails only when something
# could not be measured.
bench: deps
	$(call install,$(BENCH_PACKAGES))
	@$(MAKE) --silent -j2 all bench-programs
	@SALESBOARD_SHARE=$(O) BENCH=$(or $(BENCH),10M) tests/bench/bench.sh

# Longer: every parser under libFuzzer, a minute each, and the plans of all
# statements in a larger company (LEADS=1000000); then all of the above.
full: test-deps
	@$(MAKE) --silent -j2 all
	@$(tests) tests/fuzz/fuzz_test.sh tests/stores/plans_test.sh
	@$(MAKE) test

# ---- checks of the source ----------------------------------------------------------

FORMATTED := $(wildcard cgi/*.c cgi/*/*.[ch] cgi/lib/*.cc tests/*.h tests/*/*.[ch])
TIDY      := $(wildcard cgi/*.c cgi/*/*.c)

layers:
	@awk -f tests/layers.awk $(wildcard cgi/*.c cgi/*/*.[ch] cgi/lib/*.cc)

style: layers
	@awk -f tests/schema.awk schema/[0-9]*.sql schema/vault/[0-9]*.sql
	@clang-format --dry-run -Werror $(FORMATTED)
	@templates/lang/texts.sh check $(O)

lint: $(O)/queries.h $(O)/build.h $(O)/apps.h
	cppcheck --quiet --enable=warning,style,performance,portability --inconclusive \
	--std=c11 --error-exitcode=1 --inline-suppr --suppress=missingIncludeSystem \
	-j2 -Icgi -Icgi/lib -I$(O) $(TIDY)
	printf '%s\n' $(TIDY) | xargs -P 2 -I FILE clang-tidy --quiet FILE -- -std=c17 \
	-D_GNU_SOURCE -include cgi/lib/banned.h -isystem /usr/include/postgresql -Icgi -Icgi/lib -I$(O) -DAPP=app_account 2>/dev/null

# What an older build remembers of a header that is gone.
%.h: ;

-include $(wildcard $(O)/obj/*.d $(O)/obj/*/*.d $(O)/tests/*/*.d $(O)/bench/bin/*.d)

# All that was built; the demo company stays.
clean:
	@[ ! -d build ] || find build -mindepth 1 -maxdepth 1 ! -name demo -exec rm -rf {} +
