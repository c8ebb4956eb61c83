package cn.citybrain.parking.onboarding.channel.callback;

import java.util.Map;

/**
 * A callback as it came in.
 *
 * @param headers with lower-case names
 * @param body raw bytes: signatures are over these
 */
public record CallbackRequest(String path, Map<String, String> headers, byte[] body) {}
