/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.dissect;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.model.ModelUnits;
import java.util.List;
import java.util.Map;

/**
 * Dissection of the units of a model's decoders.
 *
 * @param network the preset, or what else it is
 * @param faces number of faces looked at
 * @param layers of each decoder
 * @param units of all decoders, decoder by decoder, layer by layer
 * @param effects of ablating each unit alone; empty if they were not measured
 * @param groups what units do together
 * @param twins by layer: correlation of units of the same number in both
 *          decoders; empty if there is one decoder
 * @param sheets a picture for each unit looked at closely: the faces in which it
 *          is most active, dark where it is below its threshold
 * @param comparison of faces before and after the chosen units were changed
 *          together, each with a map of what changed; empty if they were not
 */
public record Dissection(String network, int faces,
	List<ModelUnits.Layer> layers, List<UnitFindings> units,
	Map<Unit, Effect> effects, List<Group> groups, Map<String, double[]> twins,
	List<Sheet> sheets, List<Frame> comparison)
{

	/** Overlap from which a unit is said to match a part, as in Bau et al. 2018. */
	public static final double MATCH = 0.05;

	/**
	 * Units that were changed together.
	 *
	 * @param name what they have in common
	 * @param part that they paint; null if they were chosen by the user
	 * @param units which
	 * @param effect of the change
	 */
	public record Group(String name, Part part, List<Unit> units,
		Effect effect)
	{}

	/**
	 * A unit in pictures.
	 *
	 * @param unit which
	 * @param picture faces side by side
	 */
	public record Sheet(UnitFindings unit, Frame picture) {}

	/** @return share of the units that match a part, 0 to 1 */
	public double matched() {
		return units.stream().filter(u -> u.iou() > MATCH).count() / (double) Math
			.max(1, units.size());
	}
}
