/** What a process did: how often each of its steps was passed, how long it took whose time, and what failed, version by version. Counted in the engine's history when somebody asks. */
package cn.citybrain.parking.onboarding.audit.statistics;
