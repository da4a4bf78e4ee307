# What isn't ./run or ./test. `make help` lists it.
PRESET ?= dev
MINUTES ?= 10

.PHONY: help build test sanitize soak bench year fuzz schemathesis format web run

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## everything, PRESET=dev (or release, debug, tsan)
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET)

test: ## what proves a change: builds all, runs all tests (./test)
	./test

sanitize: ## the same with address, undefined behaviour and thread sanitizers
	./test --sanitize

soak: ## 100,000 runs of models made by chance (RUNS, SEED)
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET) --target random_models_test
	DANDORI_RANDOM_RUNS=$(or $(RUNS),100000) DANDORI_RANDOM_SEED=$(or $(SEED),1) build/$(PRESET)/tests/random/random_models_test

bench: ## measures the shipped build; writes build/bench/result.md (ARGS=--write-docs: docs/operator/performance.md)
	tests/bench/run $(ARGS)

year: ## a fiscal year of the ward's work through mail and API, and a thousand alerts in a minute; writes docs/operator/year.md
	cmake --preset release
	cmake --build --preset release --target dandori
	tests/year/measure build/release/dandori

fuzz: ## clang's libFuzzer on FEEL and DMN for MINUTES=10 each; needs cmake/packages-fuzz.txt
	tests/fuzz/run $(MINUTES)

schemathesis: ## requests made of /openapi.json for MINUTES=10 (SEED)
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET) --target dandori
	tests/schemathesis/run build/$(PRESET)/dandori $(MINUTES) $(SEED)

format: ## C++ as .clang-format says, the page as biome says
	git ls-files '*.cpp' '*.h' | xargs clang-format -i
	cd adapters/inbox/web && npx biome check --write .

web: ## the page in the browser, into adapters/inbox/web/dist
	bash -c 'source scripts/prepare.bash && build_page'

run: ## builds and starts the server with demo users (./run)
	./run
