package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.deduction.RefundRefused;
import cn.citybrain.parking.onboarding.deduction.VehicleRefused;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong on the board, in Chinese: {@code {"message": …, "fields": {…}}}. */
@RestControllerAdvice(basePackageClasses = BoardErrors.class)
class BoardErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(VehicleRefused refused) {
        return new Problem(refused.getMessage(), refused.fields());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(InvalidAccessKey invalid) {
        return new Problem(invalid.getMessage(), Map.of(invalid.field(), invalid.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(HttpMessageNotReadableException unreadable) {
        return new Problem("请求内容无法读取，请检查填写的内容（车牌颜色为 1 至 5 的数字）", Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Problem on(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            String said = "地址中的编号“%s”无效，应为数字。请从看板重新打开".formatted(mismatch.getValue());
            return new Problem(said, Map.of(mismatch.getName(), said));
        }
        String said = "查询条件 %s 的值“%s”无效，请重新选择".formatted(mismatch.getName(), mismatch.getValue());
        return new Problem(said, Map.of(mismatch.getName(), said));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Problem on(RefundRefused refused) {
        return new Problem(refused.getMessage(), Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Problem on(Conflict conflict) {
        return new Problem(conflict.getMessage(), Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Problem on(Forbidden forbidden) {
        return new Problem(forbidden.getMessage(), Map.of());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Problem on(NotFound notFound) {
        return new Problem("没有找到，或者您无权查看", Map.of());
    }

    record Problem(String message, Map<String, String> fields) {}
}
