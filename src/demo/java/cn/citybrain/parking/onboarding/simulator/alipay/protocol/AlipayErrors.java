package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import java.util.Map;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the protocol's controllers throw into nodes; HTTP knows only 200 here. */
@RestControllerAdvice(annotations = AlipayController.class)
class AlipayErrors {

    @ExceptionHandler
    Map<String, Object> refused(AlipayError error) {
        return error.node();
    }

    /** Assumed codes. */
    @ExceptionHandler
    Map<String, Object> refused(MoneyRefused refused) {
        String code =
                switch (refused.why()) {
                    case OTHER_DATA -> "OUT_TRADE_NO_USED";
                    case VISIT_CHARGED -> "SERIAL_NO_HAS_PAID";
                    case UNKNOWN_ORDER -> "TRADE_NOT_EXIST";
                    case NOT_PAID -> "TRADE_STATUS_ERROR";
                    case TOO_MUCH -> "REFUND_AMT_NOT_EQUAL_TOTAL";
                };
        return AlipayError.business(code, refused.getMessage()).node();
    }

    @ExceptionHandler
    Map<String, Object> missing(MissingServletRequestParameterException e) {
        return new AlipayError("40001", "isv.missing-parameter", "缺少参数 " + e.getParameterName()).node();
    }
}
