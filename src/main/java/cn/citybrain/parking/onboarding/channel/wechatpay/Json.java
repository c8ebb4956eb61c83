package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads JSON that may lack anything. */
final class Json {

    private Json() {}

    /** Text of a member, empty if absent, null or not a single value. */
    static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** An object member, an empty object if absent. */
    static JsonObject object(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }
}
