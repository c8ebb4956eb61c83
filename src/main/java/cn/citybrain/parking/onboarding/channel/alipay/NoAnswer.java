package cn.citybrain.parking.onboarding.channel.alipay;

/** Whether Alipay did what was asked is not known: time-out, cut connection, wrong signature, unreadable text. */
final class NoAnswer extends WireFailure {

    NoAnswer(String why) {
        super(why);
    }
}
