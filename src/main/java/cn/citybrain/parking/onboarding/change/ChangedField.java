package cn.citybrain.parking.onboarding.change;

/**
 * One thing that is no longer what it was.
 *
 * @param name Chinese, as the page calls it
 * @param before as people may see it, empty where there was nothing
 * @param after as people may see it, empty where there is nothing
 */
public record ChangedField(String name, String before, String after) {}
