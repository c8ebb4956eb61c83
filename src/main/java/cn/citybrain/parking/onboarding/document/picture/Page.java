package cn.citybrain.parking.onboarding.document.picture;

/**
 * A page of a paper as everybody sees it: upright, and nothing in it but the picture.
 *
 * @param jpeg written here, without any metadata
 * @param width in pixels
 * @param height in pixels
 */
public record Page(byte[] jpeg, int width, int height) {}
