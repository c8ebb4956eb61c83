package cn.citybrain.parking.onboarding.channel.wechatpay;

/** Whether WeChat Pay did what was asked is not known: time-out, cut connection, 202, wrong signature, unreadable text. */
final class NoAnswer extends WireFailure {

    NoAnswer(String why) {
        super(why);
    }
}
