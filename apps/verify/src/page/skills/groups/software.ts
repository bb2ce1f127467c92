/** Skills of software development. A line is a group: its names with `=` between, then after `>` narrower skills. `!` marks a name that is also another word. */
export const SOFTWARE = `
REST API = RESTful API = Web API = HTTP API = REST service = RESTful web service = REST > Web API design; API design; OpenAPI; Express.js; FastAPI
API design = Web API design = API architecture > OpenAPI; GraphQL; REST API design
OpenAPI = Swagger
GraphQL = GraphQL API > Apollo GraphQL
gRPC = Protocol Buffers = Protobuf
JavaScript = ECMAScript = JS > TypeScript; Node.js; React.js; Vue.js; Angular; jQuery; Svelte
TypeScript = TS
Node.js = NodeJS > Express.js; NestJS; Fastify
Express.js = ExpressJS
React.js = React! = ReactJS > React Native; Next.js; Redux
React Native > Expo SDK
Vue.js = VueJS = Vue! > Nuxt
Angular = AngularJS = Angular framework
Svelte = SvelteKit
Web development = Web programming = Full stack development = Full-stack web development > Front-end development; Back-end development; HTML; CSS; Django; Ruby on Rails; Laravel
Front-end development = Frontend = Front end = Frontend engineering > HTML; CSS; JavaScript; React.js; Vue.js; Angular
Back-end development = Backend = Back end = Server-side programming = Backend engineering > Node.js; Django; Spring Boot; Laravel; REST API; Express.js
HTML = HTML5 = Hypertext Markup Language
CSS = CSS3 = Cascading Style Sheets > Sass; Tailwind CSS; Bootstrap CSS; Responsive web design
Sass = SCSS
Responsive web design = Responsive design = Mobile-first design
Web accessibility = Accessible web design = WCAG = a11y
Web performance = Web performance optimisation = Core Web Vitals
Progressive web apps = PWA
Web components > Lit element
Python = Python programming = Python 3 > Django; Flask framework; FastAPI; pandas; NumPy; PyTorch
Django = Django framework
Flask! = Flask framework
pandas = pandas library
NumPy
Java = Java programming = Java SE > Spring Boot; Jakarta EE; Hibernate ORM; JUnit
Spring Boot = Spring framework
Jakarta EE = Java EE = J2EE
Kotlin = Kotlin programming
Scala = Scala programming
C# = C sharp = CSharp > ASP.NET; .NET Core
.NET = dotnet = .NET Core = .NET framework > ASP.NET; C#; Blazor
ASP.NET = ASP.NET Core
C++ = Cpp = C plus plus
C! = C programming = C programming language
Rust! = Rust programming = Rustlang
Go! = Golang = Go programming = Go language
Ruby! = Ruby programming > Ruby on Rails
Ruby on Rails = Rails framework = RoR
PHP = PHP programming > Laravel; Symfony; WordPress development
Laravel = Laravel framework
Symfony = Symfony framework
Swift! = Swift programming > SwiftUI
Objective-C
Dart! = Dart programming > Flutter
R! = R programming = R language = R statistics > tidyverse; ggplot2; Shiny app
MATLAB = GNU Octave
Perl = Perl programming
Haskell
Elixir! = Elixir programming > Phoenix framework
Erlang = Erlang OTP
Lua = Lua scripting
Julia! = Julia programming
COBOL
Fortran
Assembly language = Assembler programming
Bash = Shell scripting = Bash scripting = Unix shell
PowerShell = PowerShell scripting
Regular expressions = Regex
Object-oriented programming = OOP = Object-oriented design > Design patterns
Functional programming = FP programming > Haskell; Elixir programming; Clojure
Clojure = ClojureScript
Design patterns = Software design patterns
Software architecture = System architecture > Microservices; Domain-driven design; Event-driven architecture
Microservices = Microservice architecture
Domain-driven design = DDD
Event-driven architecture = Event sourcing
Data structures = Algorithms and data structures > Graph algorithms; Sorting algorithms
Algorithms = Algorithm design > Graph algorithms; Dynamic programming
Programming = Coding = Software development = Software engineering = Computer programming > Python; Java; JavaScript; C++; C#; PHP; Kotlin; TypeScript
Clean code = Code quality = Refactoring
Code review = Peer code review
Version control = Source control > Git; Subversion
Git = Git version control > GitHub; GitLab
GitHub = GitHub workflow > GitHub Actions
Technical documentation = Software documentation > API documentation; Docs as code
Open source = Open-source development = Open source contribution
`;
