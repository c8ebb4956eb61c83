package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.document.apart.ReadersBusy;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many bytes of uploads in at once: they are held in memory until they are stored. After Spring Security, so that
 * it is known who sends them. What is too big for the server is let through, and refused there before it is read.
 */
@Component
class UploadsInFlight extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UploadBudget budget;
    private final DataSize largest;
    private final ObjectMapper json;

    UploadsInFlight(PaperRules rules, ObjectMapper json) {
        this.budget = new UploadBudget(rules.inFlight().toBytes());
        this.largest = rules.maxSize();
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PartsLater.isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        long bytes = announced < 0 || announced > largest.toBytes() ? largest.toBytes() : announced;
        String person = request.getRemoteUser() == null ? "" : request.getRemoteUser();
        if (!budget.take(person, bytes, PATIENCE)) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            budget.giveBack(person, bytes);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        ReadersBusy busy = new ReadersBusy();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(busy.seconds()));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Map.of("message", busy.getMessage(), "fields", Map.of()));
    }
}
