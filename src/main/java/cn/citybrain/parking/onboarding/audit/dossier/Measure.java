package cn.citybrain.parking.onboarding.audit.dossier;

/** @param size in bytes @param sha256 64 hex digits */
record Measure(long size, String sha256) {}
