package cn.citybrain.parking.onboarding.figures.overview;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with figures, in Chinese. */
@RestControllerAdvice(basePackageClasses = OverviewErrors.class)
class OverviewErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> on(NotCounted asked) {
        return Map.of("message", asked.getMessage());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Map<String, String> on(NotTheirs asked) {
        return Map.of("message", asked.getMessage());
    }
}
