package cn.citybrain.parking.onboarding.board;

import java.time.Instant;

/**
 * What a lot waits for at a channel.
 *
 * @param waitsFor in Chinese, what to do next
 * @param who acts next, in Chinese; empty when nobody has to
 * @param since when the wait began, null if not known
 */
record NextStep(String waitsFor, String who, Instant since) {}
