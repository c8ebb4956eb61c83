package cn.citybrain.parking.onboarding.masterdata;

/**
 * One thing that stands in the way of ending a company, a lot or a vendor.
 *
 * @param kind what kind of thing, Chinese: 办理中的申请, 已接入的停车场 …
 * @param name the thing by name
 * @param link where one sees it, empty if nowhere
 */
public record Obstacle(String kind, String name, String link) {}
