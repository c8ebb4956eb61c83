package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** States of an application that was confirmed to Alipay, and what each means for the product. */
public enum OrderStatus {
    MERCHANT_INFO_HOLD("none", Words.bad("暂存，待修正资料")),
    MERCHANT_AUDITING("audit", Words.waiting("审核中")),
    MERCHANT_CONFIRM("waitConfirm", Words.waiting("待商户确认")),
    MERCHANT_CONFIRM_SUCCESS("valid", Words.good("商户已确认，已签约")),
    MERCHANT_CONFIRM_TIME_OUT("none", Words.bad("商户 15 天未确认，已失效")),
    MERCHANT_APPLY_ORDER_CANCELED("auditReject", Words.bad("审核未通过，或商户已拒绝"));

    /** When the merchant got to know, as a fact of the application. */
    static final String SENT_AT = "confirmSentAt";

    private static final Duration CONFIRMATION = Duration.ofDays(15);

    private final String product;
    private final Words words;

    OrderStatus(String product, Words words) {
        this.product = product;
        this.words = words;
    }

    /** Status of the product in this state, unless the desk says otherwise. */
    String product() {
        return product;
    }

    public Words words() {
        return words;
    }

    /** All of them, for people. */
    public static Map<String, Words> all() {
        return Words.all(values(), OrderStatus::words);
    }

    /** The state by now: what the merchant did not confirm in 15 days is over. */
    static OrderStatus of(Application application, Instant now) {
        OrderStatus state = valueOf(application.state());
        boolean over = state == MERCHANT_CONFIRM
                && !now.isBefore(Instant.parse(application.fact(SENT_AT)).plus(CONFIRMATION));
        return over ? MERCHANT_CONFIRM_TIME_OUT : state;
    }
}
