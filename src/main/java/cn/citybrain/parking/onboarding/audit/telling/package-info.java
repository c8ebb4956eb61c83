/** What the timeline is read from: the engine's history and our append-only tables, a class for each kind of source. Every one reads in a fixed number of statements. */
package cn.citybrain.parking.onboarding.audit.telling;
