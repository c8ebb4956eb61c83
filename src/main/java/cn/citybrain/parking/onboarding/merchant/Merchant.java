package cn.citybrain.parking.onboarding.merchant;

/**
 * A parking company (车场方).
 *
 * @param tenantId the engine's tenant of everything that belongs to it
 * @param uscc unified social credit code (统一社会信用代码), 18 characters
 */
public record Merchant(long id, String tenantId, String name, String uscc, String contactEmail) {}
