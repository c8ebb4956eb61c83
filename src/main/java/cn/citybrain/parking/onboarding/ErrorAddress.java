package cn.citybrain.parking.onboarding;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;

/**
 * Where the container leads what failed. It is no address of its own: Spring Boot's answers whoever asks for it with an error
 * of ours (500), which anybody could have as often as they like.
 */
@Controller
class ErrorAddress extends BasicErrorController {

    ErrorAddress(ErrorAttributes attributes, ServerProperties server, List<ErrorViewResolver> pages) {
        super(attributes, server.getError(), pages);
    }

    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.NOT_FOUND.value());
        }
        return super.getStatus(request);
    }
}
