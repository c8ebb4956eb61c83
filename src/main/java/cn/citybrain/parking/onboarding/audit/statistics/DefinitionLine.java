package cn.citybrain.parking.onboarding.audit.statistics;

import java.util.List;

/**
 * A process in the list of all.
 *
 * @param versions oldest first
 * @param finished instances that ended, however they did
 */
record DefinitionLine(String key, String name, List<Integer> versions, long finished, long running) {}
