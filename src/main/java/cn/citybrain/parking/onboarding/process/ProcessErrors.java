package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of this package's controllers when something is refused: {@code {"message": …}}. */
@RestControllerAdvice(basePackageClasses = ProcessErrors.class)
class ProcessErrors {

    @ExceptionHandler(NotVisible.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> notFound(NotVisible e) {
        return Map.of("message", e.getMessage());
    }

    @ExceptionHandler(NotThere.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> notThere(NotThere e) {
        return Map.of("message", e.getMessage());
    }

    @ExceptionHandler(InvalidFields.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, Object> invalid(InvalidFields e) {
        return Map.of("message", e.getMessage(), "fields", e.fields());
    }

    @ExceptionHandler(StepForbidden.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Map<String, String> forbidden(StepForbidden e) {
        return Map.of("message", e.getMessage());
    }

    /** Other changes came first each time it was tried. */
    @ExceptionHandler(OptimisticLockingException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> conflict(OptimisticLockingException e) {
        return Map.of("message", "同一时间另有更新，这一步没有办成。请再试一次。");
    }

    /** Our own refusals, and those of the facts ({@code WrongState}). */
    @ExceptionHandler({StepRefused.class, IllegalStateException.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> refused(RuntimeException e) {
        return Map.of("message", e.getMessage());
    }
}
