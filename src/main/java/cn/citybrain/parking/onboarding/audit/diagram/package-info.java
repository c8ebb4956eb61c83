/** What happened to an application, ready to be drawn into its models: which steps in which order, which way, where it waits and what failed. Reads the engine's history and the models; changes nothing. */
package cn.citybrain.parking.onboarding.audit.diagram;
