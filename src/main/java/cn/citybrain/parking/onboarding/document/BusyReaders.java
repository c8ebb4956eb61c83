package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.document.apart.ReadersBusy;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whose file did not get its turn hears so, and when to come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyReaders {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(ReadersBusy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(busy.seconds()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", busy.getMessage(), "fields", Map.of()));
    }
}
