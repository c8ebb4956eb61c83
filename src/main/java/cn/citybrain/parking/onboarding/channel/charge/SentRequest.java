package cn.citybrain.parking.onboarding.channel.charge;

import java.util.Map;

/**
 * A request that moves money, to the byte as it was signed: what proves which order a channel was given.
 *
 * @param number our number of the charge ({@code out_trade_no}) or of the refund ({@code out_refund_no})
 * @param method verb of HTTP
 * @param target path and query as signed
 * @param headers as sent, in their order; what is a secret by itself (a password, a token) is left out, what a signature is
 *     made of (timestamp, nonce, serial, the signature) stays
 * @param body as signed and sent
 */
public record SentRequest(String number, String method, String target, Map<String, String> headers, byte[] body) {}
