package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.UnknownApplication;
import cn.citybrain.parking.onboarding.channel.wire.Refusal;

/** Calls that brought no answer of the port, in words. */
final class Failures {

    private Failures() {}

    static Heard of(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return new Heard(
                    "Refusal",
                    "渠道未能办理：" + FreeText.masked(refusal.words()),
                    refusal.code(),
                    refusal.signed() ? Signature.VERIFIED : Signature.UNVERIFIED);
        }
        if (failure instanceof UnknownApplication) {
            return Heard.verified(failure, "渠道没有这份申请：" + FreeText.masked(failure.getMessage()));
        }
        String what = failure instanceof ChannelException
                ? FreeText.masked(failure.getMessage())
                : failure.getClass().getSimpleName();
        return new Heard("NoAnswer", "没有得到可用的应答：" + what, "", Signature.NONE);
    }
}
