// Who may import whom. The reasons are in lib/README.md; npm test reads this with the swc parser, because under
// TypeScript 7 the tool can't use the compiler and would report success after having read nothing.

// The tool asks the parser for plain TypeScript only, so every .tsx file would be a syntax error; this adds the "x".
// And it can't tell `import type` from `import`: types are gone when the code runs, so they are left out here.
const swc = require("@swc/core");
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => {
  const tree = parse(file, { ...options, tsx: file.endsWith("x") });
  tree.body = tree.body.filter((item) => !isOnlyTypes(item));
  return tree;
};
function isOnlyTypes({ typeOnly, specifiers }) {
  return typeOnly || (specifiers?.length > 0 && specifiers.every((one) => one.isTypeOnly));
}

// What a module of lib shows to the pages, and what it shows to its neighbours.
const frontDoors = "^lib/[^/]+/(queries|commands|schema|types|rules)\\.ts$";
const neighbourDoors = "^lib/[^/]+/(queries|writes|schema|types|rules)\\.ts$";
// Single-purpose files that others may use as they are.
const singlePurpose =
  "^lib/(posts/(changes|markdown|text-rules|render|quoting|pace|holding|record)|threads/(paths|whole-category)|mail/texts|moderation/opening|door/typed-words|studies/(recognise|references|identifiers|card|readable-card|wording|amending|amendments|glossary)|search/pool|accounts/(standing|names|throttles|secrets))\\.ts$";
// A bakery's website would need these too.
const platformForPages =
  "^lib/platform/(config|errors|log|request|clock|pages|tags|once|shared|forum|session-cookie|static-page|direct-pages)\\.ts$";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: { pathNot: "prisma-client" }, to: { circular: true } },
    {
      name: "lib-stands-alone",
      comment: "The forum would run without its pages.",
      severity: "error",
      from: { path: "^lib" },
      to: { path: "^(app|components|bin|tests|prisma|server\\.ts)" },
    },
    {
      name: "lib-does-not-know-the-framework",
      severity: "error",
      from: { path: "^lib" },
      to: { path: "node_modules/(next|react|react-dom)/" },
    },
    {
      name: "components-take-props",
      severity: "error",
      from: { path: "^components" },
      to: { path: "^(app|lib|bin|prisma)", pathNot: "^lib/([^/]+/(schema|types)|policy/(audience|reasons))\\.ts$" },
    },
    {
      name: "pages-use-front-doors",
      severity: "error",
      from: { path: "^app" },
      to: {
        path: "^lib",
        pathNot: [frontDoors, "^lib/policy/", platformForPages, singlePurpose, "^lib/accounts/next-auth\\.ts$"],
      },
    },
    {
      name: "modules-use-front-doors",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: "^lib/(jobs|platform|api)/" },
      to: { path: "^lib/", pathNot: ["^lib/$1/", "^lib/(platform|policy)/", neighbourDoors, singlePurpose] },
    },
    {
      name: "api-uses-front-doors",
      comment: "The API asks the forum what the pages ask it, and knows besides only who is asking.",
      severity: "error",
      from: { path: "^lib/api/" },
      to: {
        path: "^lib/",
        pathNot: [
          frontDoors,
          "^lib/(api|policy)/",
          "^lib/platform/(errors|log|request|clock|tags|session-cookie|spelled-once)\\.ts$",
          "^lib/accounts/(sessions|access-tokens|throttles)\\.ts$",
        ],
      },
    },
    {
      name: "policy-is-pure",
      severity: "error",
      from: { path: "^lib/policy" },
      to: { path: "^lib|node_modules", pathNot: "^lib/(policy/|platform/errors\\.ts)" },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: "^lib/platform" },
      to: { path: "^lib", pathNot: "^lib/platform" },
    },
    {
      name: "one-way-to-the-database",
      severity: "error",
      from: { pathNot: "^(lib/|server\\.ts|bin|prisma|tests)" },
      to: { path: "^lib/platform/(db|queue|prisma-client)" },
    },
    {
      name: "tests-stay-outside",
      severity: "error",
      from: { path: "^(app|components|lib|bin|prisma|server\\.ts)" },
      to: { path: "^tests" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|lib/platform/prisma-client/)" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};
