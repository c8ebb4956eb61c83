package cn.citybrain.parking.onboarding.access.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever asks for a format that there is not gets the one that there is: libraries send Accept: text/html or text/plain of
 * themselves, with what lots and channels tell too. A refusal in place of an answer would come after the work was done.
 */
@Configuration(proxyBeanMethods = false)
class AnyFormat implements WebMvcConfigurer {

    /** Behind everything that somebody asked for. */
    private static final MediaType WHAT_THERE_IS = new MediaType(MediaType.ALL, Map.of("q", "0.001"));

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new Asked()));
    }

    private static final class Asked implements ContentNegotiationStrategy {

        private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

        @Override
        public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
            List<MediaType> asked = new ArrayList<>();
            try {
                asked.addAll(header.resolveMediaTypes(request));
            } catch (HttpMediaTypeNotAcceptableException noFormat) {
                // then any
            }
            if (asked.stream().noneMatch(MediaType.ALL::equalsTypeAndSubtype)) {
                asked.add(WHAT_THERE_IS);
            }
            return asked;
        }
    }
}
