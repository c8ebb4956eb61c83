package cn.citybrain.parking.onboarding.merchant;

/**
 * A technical vendor (车场技术方) that connects lots' systems.
 *
 * @param groupId group of its people, {@code vendor-…}
 */
public record Vendor(String groupId, String name, String contactEmail) {}
