package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the contract's controllers throw into its refusals. */
@RestControllerAdvice(
        assignableTypes = {
            GatewayApplicationController.class,
            GatewayLotController.class,
            GatewayVisitController.class,
            GatewayMoneyController.class
        })
class GatewayErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(GatewayError error) {
        return ResponseEntity.status(error.status()).body(Map.of("code", error.code(), "message", error.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(MoneyRefused refused) {
        return refused(
                switch (refused.why()) {
                    case OTHER_DATA -> GatewayError.conflict(refused.getMessage());
                    case UNKNOWN_ORDER -> GatewayError.refused("UNKNOWN_ORDER", refused.getMessage());
                    case VISIT_CHARGED -> GatewayError.refused("VISIT_CHARGED", refused.getMessage());
                    case NOT_PAID -> GatewayError.refused("NOT_PAID", refused.getMessage());
                    case TOO_MUCH -> GatewayError.refused("TOO_MUCH", refused.getMessage());
                });
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(MissingServletRequestParameterException e) {
        return refused(GatewayError.field(e.getParameterName(), "缺失"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
        return refused(GatewayError.field("body", "不是 JSON"));
    }
}
