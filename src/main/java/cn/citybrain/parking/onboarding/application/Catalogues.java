package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The field catalogues. The start fails while a channel has none. */
@Component
class Catalogues {

    private final Map<Channel, Catalogue> byChannel = new EnumMap<>(Channel.class);

    Catalogues(ObjectMapper json) {
        for (Channel channel : Channel.values()) {
            byChannel.put(channel, read(json, channel));
        }
    }

    Catalogue of(Channel channel) {
        return byChannel.get(channel);
    }

    private static Catalogue read(ObjectMapper json, Channel channel) {
        try (InputStream in = new ClassPathResource("forms/" + channel.code() + ".fields.json").getInputStream()) {
            Catalogue catalogue = json.readValue(in, Catalogue.class);
            if (!catalogue.channel().equals(channel.code())) {
                throw new IllegalStateException("fields of " + catalogue.channel() + " under " + channel.code());
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
