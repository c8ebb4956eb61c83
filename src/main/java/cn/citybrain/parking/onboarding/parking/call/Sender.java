package cn.citybrain.parking.onboarding.parking.call;

import java.util.Set;

/**
 * Who signed a request.
 *
 * @param lots codes of the lots whose valid key under this accessID it was signed with
 */
record Sender(String accessId, Set<String> lots, LotText plainText) {}
