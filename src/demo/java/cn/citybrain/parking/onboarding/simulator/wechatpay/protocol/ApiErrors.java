package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the protocol's controllers throw into WeChat Pay's error answers. */
@RestControllerAdvice(annotations = WechatPayController.class)
class ApiErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ApiError error) {
        return ResponseEntity.status(error.status()).body(error.body());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(MoneyRefused refused, HttpServletRequest request) {
        boolean debit = !request.getRequestURI().startsWith("/v3/refund/");
        return refused(
                switch (refused.why()) {
                    case UNKNOWN_ORDER -> ApiError.of(404, "RESOURCE_NOT_EXISTS", refused.getMessage());
                    // assumed: WeChat Pay does not document this code for parking
                    case OTHER_DATA ->
                        debit
                                ? ApiError.of(400, "OUT_TRADE_NO_USED", refused.getMessage())
                                : ApiError.invalid(refused.getMessage());
                    case VISIT_CHARGED -> ApiError.invalid("交易场景与停车入场 id 不匹配：" + refused.getMessage());
                    case NOT_PAID, TOO_MUCH -> ApiError.invalid(refused.getMessage());
                });
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(MissingServletRequestParameterException e) {
        return refused(ApiError.param("/" + e.getParameterName(), e.getParameterName(), "缺少必填参数"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
        return refused(ApiError.of(400, "PARAM_ERROR", "请求不是 JSON，或字段类型不对"));
    }
}
