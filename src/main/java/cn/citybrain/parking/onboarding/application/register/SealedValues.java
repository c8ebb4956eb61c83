package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Values as JSON in a column; those of applicants encrypted. */
@Component
public class SealedValues {

    private final FieldCipher cipher;
    private final ObjectMapper json;

    SealedValues(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    public String seal(Map<String, String> values, String context) {
        return cipher.encrypt(plain(values), context);
    }

    public Map<String, String> open(String sealed, String context) {
        return map(cipher.decrypt(sealed, context));
    }

    public String plain(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values cannot be written");
        }
    }

    public Map<String, String> map(String text) {
        return read(text, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    List<String> list(String text) {
        return read(text, new TypeReference<List<String>>() {});
    }

    /** The cause is left out: Jackson quotes the text. */
    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored values cannot be read");
        }
    }
}
