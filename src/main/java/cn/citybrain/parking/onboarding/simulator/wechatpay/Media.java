package cn.citybrain.parking.onboarding.simulator.wechatpay;

/**
 * An uploaded picture.
 *
 * @param base64 its bytes
 */
public record Media(String mediaId, String fileName, String sha256, String base64) {}
