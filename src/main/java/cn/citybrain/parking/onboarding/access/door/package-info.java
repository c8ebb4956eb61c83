/**
 * The doors of the server: which connections stay open, how long a request may take to arrive, under which names the
 * application answers. Knows no person and no database: it works while both are out of breath.
 */
package cn.citybrain.parking.onboarding.access.door;
