/** What of the timeline stands in the engine's history: steps, tasks, decisions, incidents, jobs, operations, comments. Reads its tables by SQL, in a fixed number of statements. */
package cn.citybrain.parking.onboarding.audit.engine;
