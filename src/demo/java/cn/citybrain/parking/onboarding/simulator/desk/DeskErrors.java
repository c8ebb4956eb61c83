package cn.citybrain.parking.onboarding.simulator.desk;

import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Says in a sentence what is wrong with a command at the desk. The simulated channels answer in their own way. */
@RestControllerAdvice({
    "cn.citybrain.parking.onboarding.simulator.channel",
    "cn.citybrain.parking.onboarding.simulator.desk",
    "cn.citybrain.parking.onboarding.simulator.lot",
    "cn.citybrain.parking.onboarding.simulator.mail"
})
class DeskErrors {

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Map<String, String>> wrong(IllegalArgumentException e) {
        return answer(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler(IllegalStateException.class)
    ResponseEntity<Map<String, String>> notNow(IllegalStateException e) {
        return answer(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler(NoSuchElementException.class)
    ResponseEntity<Map<String, String>> unknown(NoSuchElementException e) {
        return answer(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler(ResponseStatusException.class)
    ResponseEntity<Map<String, String>> status(ResponseStatusException e) {
        return answer(e.getStatusCode(), e.getReason());
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatusCode status, String message) {
        return ResponseEntity.status(status).body(Map.of("message", String.valueOf(message)));
    }
}
