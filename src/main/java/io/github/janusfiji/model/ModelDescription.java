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
package io.github.janusfiji.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.provenance.SyntheticMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code model.json} in a model's file says: all there is to know of the
 * model but its numbers.
 *
 * @param version of the format
 * @param software what wrote it
 * @param statement that what the model makes is synthetic
 * @param digitalSourceType IPTC type of a face the model makes
 * @param architecture of an autoencoder, else absent
 * @param gan of an adversarial network, else absent
 * @param expression of an expression network, else absent
 * @param fast of a feed-forward network for one target, else absent
 * @param seed of weights, sampling and augmentation
 * @param base whether it began with the weights that Janus brings
 * @param adversarial objective of an adversarial network, else absent
 * @param perceptual SHA-256 of the file of the perceptual objective's network;
 *          absent without one
 * @param batch faces of each person per step, at the last step
 * @param loss in words
 * @param optimiser its settings, at the full learning rate
 * @param schedule of the learning rate at the last step; absent in version 1
 * @param clip greatest norm of all gradients together; 0 for no bound
 * @param plateau how the held-out error went; absent in version 1
 * @param iterations joint steps done, which is also the position in the stream
 *          of samples
 * @param a the first person
 * @param b the second person
 * @param others further people, of a network that knows more than two; else
 *          absent
 * @param device that did the last step
 * @param sha256 of the other entries of the file
 */
record ModelDescription(int version, String software, String statement,
	String digitalSourceType, Architecture architecture, GanArchitecture gan,
	ExpressionArchitecture expression, FastArchitecture fast, long seed, boolean base, String adversarial, String perceptual, int batch,
	String loss, Adam optimiser, Schedule schedule, double clip,
	Plateau plateau, int iterations, Person a, Person b,
	List<Person> others, String device, Map<String, String> sha256)
{

	/** Version of the format that this class reads and writes. */
	static final int VERSION = 4;

	/** Version written of models of two people, which earlier readers know. */
	private static final int PAIRS = 3;

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
		.disableHtmlEscaping().create();

	/**
	 * Training material of one person.
	 *
	 * @param name of the clip
	 * @param faces number of faces in the set
	 * @param fingerprint SHA-256 of the set
	 * @param trained number of faces trained on
	 * @param heldOut number of faces held out
	 * @param shape the person's proportions, of an expression network; else absent
	 * @param joined steps that the model had done when the person came to it
	 */
	record Person(String name, int faces, String fingerprint, int trained,
		int heldOut, FaceShape shape, int joined)
	{
		/** There from the beginning. */
		Person(final String name, final int faces, final String fingerprint,
			final int trained, final int heldOut, final FaceShape shape)
		{
			this(name, faces, fingerprint, trained, heldOut, shape, 0);
		}

		/**
		 * @param steps that the model has done
		 * @return the same person, who comes now
		 */
		Person joining(final int steps) {
			return new Person(name, faces, fingerprint, trained, heldOut, shape, steps);
		}

		private boolean isWhole() {
			return name != null && fingerprint != null && faces >= 0 &&
				trained >= 0 && heldOut >= 0 && joined >= 0;
		}

		/** Of networks that do not ask for proportions. */
		Person(final String name, final int faces, final String fingerprint,
			final int trained, final int heldOut)
		{
			this(name, faces, fingerprint, trained, heldOut, null);
		}
	}

	/**
	 * Describes a new model of this version of Janus.
	 *
	 * @param blueprint its network
	 * @param seed of weights, sampling and augmentation
	 * @param base whether it begins with the weights that Janus brings
	 * @param a the first person
	 * @param b the second person
	 * @return the description before the first step
	 */
	static ModelDescription begin(final Blueprint blueprint, final long seed,
		final boolean base, final Person a, final Person b)
	{
		return begin(blueprint, seed, base, List.of(a, b));
	}

	/** The same with any number of people. */
	static ModelDescription begin(final Blueprint blueprint, final long seed,
		final boolean base, final List<Person> people)
	{
		final String version = ModelDescription.class.getPackage()
			.getImplementationVersion();
		return new ModelDescription(version(blueprint), "Janus " + (version == null
			? "(development)" : version),
			"Every face that this model decodes is synthetic.",
			SyntheticMark.GENERATED, blueprint instanceof Architecture plain ? plain : null,
			blueprint instanceof GanArchitecture g ? g : null,
			blueprint instanceof ExpressionArchitecture e ? e : null,
			blueprint instanceof FastArchitecture f ? f : null, seed, base, null, null, 0, blueprint
				.loss(), blueprint.optimiser(), Schedule.CONSTANT, 0, Plateau.START, 0, people.get(0),
			people.get(1), further(people), "", Map.of());
	}

	private static int version(final Blueprint blueprint) {
		return blueprint instanceof ExpressionArchitecture e && e.isStyled()
			? VERSION : PAIRS;
	}

	private static List<Person> further(final List<Person> people) {
		return people.size() == 2 ? null : List.copyOf(people.subList(2, people
			.size()));
	}

	/** @return all people, in order */
	List<Person> people() {
		final var people = new ArrayList<Person>(List.of(a, b));
		if (others != null) people.addAll(others);
		return people;
	}

	/** @return who came last to a model that was trained before */
	Newcomers newcomers() {
		final List<Person> people = people();
		final int joined = people.get(people.size() - 1).joined;
		int first = people.size();
		while (joined > 0 && people.get(first - 1).joined == joined) first--;
		return joined == 0 ? Newcomers.NONE : new Newcomers(first, joined);
	}

	/**
	 * @param extended the network for more people
	 * @param people all of them
	 * @return the same model with them
	 */
	ModelDescription with(final ExpressionArchitecture extended,
		final List<Person> people)
	{
		return new ModelDescription(version, software, statement, digitalSourceType,
			null, null, extended, null, seed, base, adversarial, perceptual, batch, loss,
			optimiser, schedule, clip, plateau, iterations, a, b, further(people),
			device, sha256);
	}

	/** @return the network */
	Blueprint blueprint() {
		if (fast != null) return fast;
		return expression != null ? expression : gan != null ? gan : architecture;
	}

	/**
	 * @param objective of an adversarial network
	 * @param network SHA-256 of the perceptual objective's, or null
	 * @return the same with these
	 */
	ModelDescription with(final String objective, final String network) {
		return new ModelDescription(version, software, statement, digitalSourceType,
			architecture, gan, expression, fast, seed, base, objective, network, batch, loss, optimiser,
			schedule, clip, plateau, iterations, a, b, others, device, sha256);
	}

	/**
	 * @param recipe how it was trained last
	 * @param batchNow faces of each person per step
	 * @param steps done in all
	 * @param fall of the held-out error
	 * @param on what
	 * @return the same model after more steps
	 */
	ModelDescription after(final Preset recipe, final int batchNow,
		final int steps, final Plateau fall, final String on)
	{
		return new ModelDescription(version(blueprint()), software, statement,
			digitalSourceType, architecture, gan, expression, fast, seed, base, adversarial,
			perceptual, batchNow, loss, optimiser, recipe
				.schedule(), recipe.clip(), fall, steps, a, b, others, on, Map.of());
	}

	/**
	 * @param hashes SHA-256 by entry
	 * @return the same with these
	 */
	ModelDescription with(final Map<String, String> hashes) {
		return new ModelDescription(version, software, statement, digitalSourceType,
			architecture, gan, expression, fast, seed, base, adversarial,
			perceptual, batch, loss, optimiser, schedule, clip, plateau,
			iterations, a, b, others, device, hashes);
	}

	/** @return as JSON */
	String toJson() {
		return GSON.toJson(this);
	}

	/**
	 * @param json as written by {@link #toJson()}
	 * @return the description
	 * @throws IOException if it is damaged or of a newer version
	 */
	static ModelDescription parse(final String json) throws IOException {
		final ModelDescription read;
		try {
			read = GSON.fromJson(json, ModelDescription.class);
		}
		catch (final RuntimeException e) {
			// Gson wraps whatever a record's constructor says.
			final String why = Limits.why(e);
			throw new IOException(why.startsWith("its architecture") ? why
				: "its description cannot be read", e);
		}
		if (read == null) throw new IOException("its description is empty");
		if (read.version > VERSION) throw new IOException(
			"it was written by a newer version of Janus, so update Janus");
		if (read.blueprint() == null || read.sha256 == null || read.a == null ||
			read.b == null || read.others != null && read.others.contains(null) ||
			read.optimiser == null || read.sha256.containsValue(null) || !read
				.people().stream().allMatch(person -> person.isWhole() &&
					(read.expression == null && read.fast == null ||
						person.shape != null)) || !read
						.knowsItsPeople()) throw new IOException(
							"its description is incomplete");
		Limits.check(read.optimiser);
		if (read.iterations < 0 || read.batch < 0 || !(read.clip >= 0 && Double
			.isFinite(read.clip))) throw new IOException(
				"its description holds impossible numbers");
		return read.version > 1 ? read : read.upgraded();
	}

	private boolean knowsItsPeople() {
		return people().size() == (expression == null || !expression.isStyled() ? 2
			: expression.people());
	}

	/** Version 1 knew neither schedules nor plateaus. */
	private ModelDescription upgraded() {
		return new ModelDescription(PAIRS, software, statement, digitalSourceType,
			architecture, gan, expression, fast, seed, base, adversarial,
			perceptual, batch, loss, optimiser, Schedule.CONSTANT, 0,
			Plateau.START, iterations, a, b, others, device, sha256);
	}
}
