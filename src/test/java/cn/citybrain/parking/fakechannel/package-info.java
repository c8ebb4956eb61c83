/**
 * A channel that nobody has, to prove that the simulator's common part carries more than one: an unsigned form protocol
 * that answers 200 even for errors. Outside of the packages that applications scan; sees only what is public.
 */
package cn.citybrain.parking.fakechannel;
