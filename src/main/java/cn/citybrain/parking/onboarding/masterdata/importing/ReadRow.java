package cn.citybrain.parking.onboarding.masterdata.importing;

import java.util.Map;

/**
 * What a row of a file says, whatever is kept.
 *
 * @param line in the file, from 1
 * @param values by column; columns that the file does not have are not named
 * @param unreadable by column: why what stands there cannot be taken
 */
record ReadRow(int line, Map<String, String> values, Map<String, String> unreadable) {}
