package cn.citybrain.parking.onboarding.channel.account;

/**
 * The channel has no call for it: people do it, and record what came of it.
 *
 * @param whom whom they turn to, Chinese
 * @param how what they ask for, Chinese; names numbers only, never a person or an account
 */
public record ByHand(String whom, String how) implements SubmitResult, Withdrawal {}
