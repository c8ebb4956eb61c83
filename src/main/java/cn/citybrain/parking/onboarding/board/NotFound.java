package cn.citybrain.parking.onboarding.board;

/** There is no such thing, or none that this person may know of. */
public class NotFound extends RuntimeException {}
