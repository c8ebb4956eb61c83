package cn.citybrain.parking.onboarding.seal.key;

/**
 * @param keyId by which key
 * @param value Base64 of the Ed25519 signature
 */
public record Signature(String keyId, String value) {}
