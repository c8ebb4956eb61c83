package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the gateway checks of every request before it looks at the business. */
@Component
class EnvelopeChecks {

    /** Assumed: the documentation knows the refusal, not the limit. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final AlipaySeals seals;
    /** The SDK signs with the machine's time, not with the platform's clock. */
    private final Clock machine = Clock.systemUTC();

    EnvelopeChecks(AlipaySeals seals) {
        this.seals = seals;
    }

    void check(Map<String, String> parameters) {
        present(parameters, "method", "method");
        present(parameters, "app_id", "app-id");
        present(parameters, "sign", "signature");
        present(parameters, "sign_type", "signature-type");
        present(parameters, "timestamp", "timestamp");
        present(parameters, "version", "version");
        if (AlipayOperation.of(parameters.get("method")).isEmpty()) {
            throw new AlipayError("40002", "isv.invalid-method", "不存在的方法名");
        }
        if (!parameters.get("app_id").equals(AlipayParty.APP_ID)) {
            throw new AlipayError("40002", "isv.invalid-app-id", "无效的应用授权令牌或 AppID");
        }
        if (!parameters.get("sign_type").equals("RSA2")
                || !seals.signedByApplication(AlipaySeals.text(parameters, "sign"), parameters.get("sign"))) {
            throw new AlipayError("40002", "isv.invalid-signature", "验签出错，请检查应用私钥与签名原文");
        }
        if (!fresh(parameters.get("timestamp"))) {
            throw new AlipayError("40002", "isv.invalid-timestamp", "时间戳超出有效范围");
        }
    }

    private static void present(Map<String, String> parameters, String name, String code) {
        if (parameters.getOrDefault(name, "").isEmpty()) {
            throw new AlipayError("40001", "isv.missing-" + code, "缺少参数 " + name);
        }
    }

    private boolean fresh(String timestamp) {
        try {
            Instant at = BeijingTime.instant(timestamp);
            return Duration.between(at, machine.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
